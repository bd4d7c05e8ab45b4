package io.github.triggerapi.update.source;

/**
 * A revision of the OpenAPI document.
 *
 * @param source the URL or file; several, separated by spaces, if it was merged from pages
 * @param text the content, unchanged unless it was merged
 */
public record Revision(String source, String text) {}
