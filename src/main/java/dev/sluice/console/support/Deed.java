package dev.sluice.console.support;

/**
 * What is usually done with an endpoint or a deployment, wherever it is offered.
 *
 * @param title beside the thing itself, such as {@code Scale...}
 * @param titleOf by itself, such as {@code Scale diabetes/blue...}
 * @param run leads to where it is done, or to a question; what cannot be undone is never done at once
 */
public record Deed(String title, String titleOf, Needs needs, Runnable run) {}
