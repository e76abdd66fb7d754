"""Kernels: where they come from, whose they are, how many there may be, and when they end.

``owned`` is the manager the server uses. ``provisioner`` asks ``preloaded`` for a fork and starts
a plain kernel when there is none; ``template`` is the program that is forked, ``child`` what a fork
does. Nothing is imported here, so that the preloaded process carries only what a kernel needs.
"""
