package io.github.triggerapi.update.source;

/**
 * A document as it was found.
 *
 * @param source where: an address or the path of a file; several, separated by spaces, where it was merged from pages
 * @param text the document itself: what upstream wrote, byte for byte, where it came as one piece
 */
public record Revision(String source, String text) {}
