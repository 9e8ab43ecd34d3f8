# SPDX-License-Identifier: GPL-3.0-or-later
"""Hands and eyes for a GTK 4 program without a screen; app.py says how."""
from .app import App, start_app
from .desktop import Desktop, UiError, wait_until
from .node import Node

__all__ = ["App", "Desktop", "Node", "UiError", "start_app", "wait_until"]
