package dev.sluice.control.http;

/** Asks for the window. {@code display} is where the asking user looks, as X names it; empty if there is none. */
record ShowWindow(String display) {}
