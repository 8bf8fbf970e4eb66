package dev.sluice.control.http;

/** So many lines of a log were too many for who follows it. */
record LeftOut(int count) {}
