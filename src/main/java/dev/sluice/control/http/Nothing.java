package dev.sluice.control.http;

/** What is sent where nothing has to be said. */
record Nothing() {}
