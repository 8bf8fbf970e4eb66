package dev.sluice.control.http;

/** Whether the window is on the screen now; a runtime without one cannot show it. */
record Shown(boolean shown) {}
