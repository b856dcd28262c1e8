"""Vim and Neovim, as Debian has them, without a screen: the quickfix list, and Neovim's own client of the server."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from sample import CLAIM, CLAIM_LINE, FILE

has_vim = pytest.mark.skipif(not shutil.which("vim"), reason="the Debian package vim is not installed")
has_neovim = pytest.mark.skipif(not shutil.which("nvim"), reason="the Debian package neovim is not installed")

QUICKFIX = """
edit a\\ “b”.md
silent make
let found = map(getqflist(), {_, one -> [bufname(one.bufnr), one.lnum, one.type, one.text]})
let words = []
for number in range(1, len(found))
  execute 'cc' number
  call add(words, [line('.'), expand('<cword>')])
endfor
call writefile([json_encode([found, words])], 'read.json')
qall!
"""


def read(site: Path) -> Any:
    return json.loads((site / "read.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    "vim",
    [
        pytest.param(["vim", "-u", "NONE", "-es", "--not-a-term"], marks=has_vim, id="vim"),
        pytest.param(["nvim", "-u", "NONE", "--headless"], marks=has_neovim, id="neovim"),
    ],
)
def test_make_fills_the_quickfix_list_and_leads_to_the_words(vim: list[str], site: Path, run, snippets, lines) -> None:
    script = snippets.under("Vim and Neovim: quickfix", "vim") + QUICKFIX
    (site / "script.vim").write_text(script, encoding="utf-8")
    run(*vim, "-S", "script.vim")
    found, words = read(site)
    assert len(found) == len(lines)
    name, line, kind, message = found[0]
    assert (name, line, kind) == (FILE, CLAIM[0], "w")
    assert message.startswith("“relieves anxiety” promises a benefit as a fact")
    assert {one[2] for one in found} == {"w", "e"}
    assert words[0] == [CLAIM[0], "relieves"]
    assert words[-1] == [5, "the"]


NEOVIM = """
local out = {}
local function shown(code)
  local found
  vim.wait(120000, function()
    found = vim.tbl_filter(function(one) return one.code == code end, vim.diagnostic.get(0))
    return #found > 0
  end)
  return found[1]
end
local function there(one) return { one.lnum, one.col, one.end_lnum, one.end_col, one.severity, one.source } end
local function ask(method, params)
  return vim.lsp.buf_request_sync(0, method, params, 60000)[1].result
end

local claim = shown("overclaim/efficacy")
out.claim = there(claim)
vim.api.nvim_win_set_cursor(0, { 3, claim.col })
out.hover = ask("textDocument/hover", vim.lsp.util.make_position_params()).contents.value

-- A fix, as the editor applies it.
local zero = shown("dosage/notation-trailing-zero")
vim.api.nvim_win_set_cursor(0, { 5, zero.col })
local params = vim.lsp.util.make_range_params()
params.context = { diagnostics = {} }
for _, action in ipairs(ask("textDocument/codeAction", params)) do
  if action.edit then vim.lsp.util.apply_workspace_edit(action.edit, "utf-16") end
end
out.fixed = vim.api.nvim_buf_get_lines(0, 4, 5, true)[1]

-- A comment that keeps the words: the server asks the editor to write it.
vim.api.nvim_win_set_cursor(0, { 3, claim.col })
params = vim.lsp.util.make_range_params()
params.context = { diagnostics = {} }
for _, action in ipairs(ask("textDocument/codeAction", params)) do
  if action.title:find("Keep it here, and say why [overclaim/efficacy]", 1, true) then
    ask("workspace/executeCommand", action.command)
  end
end
out.gone = vim.wait(120000, function()
  return #vim.tbl_filter(function(one) return one.code == "overclaim/efficacy" end, vim.diagnostic.get(0)) == 0
end)
out.kept = vim.api.nvim_buf_get_lines(0, 2, 3, true)[1]
vim.fn.writefile({ vim.fn.json_encode(out) }, "read.json")
vim.cmd("qall!")
"""


@has_neovim
def test_neovim_shows_what_the_server_finds_and_does_what_it_offers(site: Path, run, snippets) -> None:
    snippet = snippets.under("Neovim", "lua")
    (site / "init.lua").write_text(snippet.replace('"readability"', '"proselint"'), encoding="utf-8")
    (site / "script.lua").write_text(NEOVIM, encoding="utf-8")
    done = run("nvim", "-u", "init.lua", "--headless", FILE, "-c", "luafile script.lua")
    seen = read(site)
    line, column, words = CLAIM
    # Neovim counts columns in bytes.
    start = len(CLAIM_LINE[: column - 1].encode())
    assert seen["claim"] == [line - 1, start, line - 1, start + len(words), 2, "kratomlint"], done.stderr
    assert "A reader takes a plain verb as a finding in people." in seen["hover"]
    assert seen["fixed"] == "Take 5 mg of “kava” with the the tea."
    assert "kratomlint-disable-next-line overclaim/efficacy -- why it may stay" in seen["kept"]
    assert seen["gone"]
