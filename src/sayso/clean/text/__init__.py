"""Plain texts: a body in; its paragraphs, what each line is, and the metadata it shows out."""

from sayso.clean.text.page import Labelled, Labeller, TextPage, text_page

__all__ = ["Labelled", "Labeller", "TextPage", "text_page"]
