"""Emacs, as Debian has it, in batch: compile, Flymake, Flycheck, and Eglot as a client of the server."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from sample import CLAIM, FILE

ELPA = Path("/usr/share/emacs/site-lisp/elpa")
pytestmark = pytest.mark.skipif(not shutil.which("emacs"), reason="the Debian package emacs-nox is not installed")
has_eglot = pytest.mark.skipif(not any(ELPA.glob("eglot-*")), reason="the Debian package elpa-eglot is not installed")
has_flycheck = pytest.mark.skipif(
    not any(ELPA.glob("flycheck-*")), reason="the Debian package elpa-flycheck is not installed"
)

# Batch mode reads no site files: what Debian installs is found by its folders.
BEGIN = """;; -*- lexical-binding: t -*-
(set-language-environment "UTF-8")
(dolist (folder (file-expand-wildcards "/usr/share/emacs/site-lisp/elpa/*"))
  (add-to-list 'load-path folder))
(require 'json)
(defun wait-for (there)
  "Let Emacs work until THERE returns something, and return it."
  (let ((end (+ (float-time) 120)) found)
    (while (and (not (setq found (funcall there))) (< (float-time) end))
      (accept-process-output nil 0.1))
    found))
(defun plain (it)
  "Return IT as JSON has it, lists as arrays."
  (cond ((consp it) (vconcat (mapcar #'plain it))) ((null it) []) ((stringp it) (substring-no-properties it))
        ((symbolp it) (symbol-name it)) (t it)))
(defun tell (value)
  (with-temp-file "read.json" (insert (json-encode (plain value)))))
"""


def read(site: Path, run, script: str) -> Any:
    (site / "script.el").write_text(BEGIN + script, encoding="utf-8")
    done = run("emacs", "--batch", "--quick", "-l", "script.el")
    told = site / "read.json"
    assert told.exists(), done.stderr
    return json.loads(told.read_text(encoding="utf-8"))


def test_compile_understands_the_lines_as_they_are(site: Path, run, snippets, lines) -> None:
    assert "M-x compile RET kratomlint check --quiet . RET" in snippets.text
    script = """
    (require 'compile)
    (let ((compilation-buffer-name-function (lambda (_) "*compilation*")))
      (compile "kratomlint check --quiet ."))
    (wait-for (lambda () (not (process-live-p (get-buffer-process "*compilation*")))))
    (with-current-buffer "*compilation*" (compilation--ensure-parse (point-max)))
    (defun shown ()
      (with-current-buffer (window-buffer)
        (list (buffer-name) (line-number-at-pos) (1+ (current-column)) (current-word))))
    (next-error 1 t)
    (let ((first (shown)))
      (next-error 3)
      (tell (list first (shown))))
    """
    first, last = read(site, run, script)
    assert first == [FILE, CLAIM[0], CLAIM[1], "relieves"]
    assert last == [FILE, 5, 28, "the"]


def test_flymake_marks_the_words(site: Path, run, snippets) -> None:
    script = (
        "(require 'flymake)\n"
        + snippets.under("Emacs: Flymake", "elisp")
        + f"""
    (find-file "{FILE}")
    (text-mode)
    (goto-char (point-max))
    (insert "\\nKava was was grown.\\n")
    (flymake-start)
    (wait-for #'flymake-diagnostics)
    (tell (mapcar (lambda (one)
                    (list (line-number-at-pos (flymake-diagnostic-beg one))
                          (buffer-substring-no-properties (flymake-diagnostic-beg one) (flymake-diagnostic-end one))
                          (symbol-name (flymake-diagnostic-type one))
                          (flymake-diagnostic-text one)))
                  (flymake-diagnostics)))
    """
    )
    found = read(site, run, script)
    [claim] = [one for one in found if "[overclaim/efficacy]" in one[3]]
    assert claim[:3] == [CLAIM[0], "relieves", ":warning"]
    assert [one[2] for one in found if "[dosage/unsourced]" in one[3]] == [":error"]
    # What was never saved is read too.
    assert {one[0] for one in found if "[consistency/doubled-word]" in one[3]} == {5, 7}


@has_flycheck
def test_flycheck_lists_what_is_found(site: Path, run, snippets) -> None:
    script = (
        "(require 'flycheck)\n"
        + snippets.under("Emacs: Flycheck", "elisp")
        + f"""
    (find-file "{FILE}")
    (text-mode)
    (setq flycheck-checker 'kratomlint)
    (flycheck-mode)
    (flycheck-buffer)
    (wait-for (lambda () flycheck-current-errors))
    (tell (mapcar (lambda (one)
                    (list (flycheck-error-line one) (flycheck-error-column one) (flycheck-error-level one)
                          (flycheck-error-id one) (flycheck-error-message one)))
                  flycheck-current-errors))
    """
    )
    found = {one[3]: one for one in read(site, run, script)}
    assert found["overclaim/efficacy"][:3] == [CLAIM[0], CLAIM[1], "warning"]
    assert found["dosage/unsourced"][:3] == [5, 6, "error"]
    assert found["overclaim/efficacy"][4].endswith("say what has not been shown.")


@has_eglot
def test_eglot_shows_what_the_server_finds_and_does_what_it_offers(site: Path, run, snippets) -> None:
    script = (
        snippets.under("Emacs: Eglot", "elisp")
        + f"""
    (require 'eglot)
    (find-file "{FILE}")
    (text-mode)
    (apply #'eglot (eglot--guess-contact))
    (defun all ()
      (flymake-start)
      (mapcar (lambda (one)
                (list (line-number-at-pos (flymake-diagnostic-beg one))
                      (buffer-substring-no-properties (flymake-diagnostic-beg one) (flymake-diagnostic-end one))
                      (symbol-name (flymake-diagnostic-type one))
                      (flymake-diagnostic-text one)))
              (flymake-diagnostics)))
    (wait-for #'all)
    (let ((found (all)) hover)
      (goto-char (point-min))
      (search-forward "relieves")
      (let* ((server (eglot--current-server-or-lose))
             (answer (jsonrpc-request server :textDocument/hover (eglot--TextDocumentPositionParams))))
        (setq hover (eglot--hover-info (plist-get answer :contents)))
        ;; What is typed is sent, and read.
        (goto-char (point-max))
        (insert "\\nKava was was grown.\\n")
        (eglot--signal-textDocument/didChange)
        (wait-for (lambda () (seq-find (lambda (one) (string= (nth 1 one) "was was")) (all)))))
      (search-backward "was was")
      ;; Without a screen there is nobody to choose.
      (setq last-nonmenu-event ?a)
      (cl-letf (((symbol-function 'completing-read)
                 (lambda (_prompt items &rest _) (seq-find (lambda (it) (string-prefix-p "Replace" it)) (mapcar #'car items)))))
        (eglot-code-actions (point) (point) nil t))
      (tell (list found hover (buffer-substring-no-properties (point-min) (point-max)))))
    """
    )
    found, hover, text = read(site, run, script)
    [claim] = [one for one in found if "promises a benefit" in one[3]]
    assert claim[:2] == [CLAIM[0], CLAIM[2]]
    assert "warning" in claim[2]
    assert "A reader takes a plain verb as a finding in people." in hover
    assert text.endswith("\nKava was grown.\n")
