package io.github.triggerapi.update.compare.code;

import java.util.List;

/**
 * Where in the spec a removal from generated code comes from.
 *
 * @param subject what the removals with the same cause have in common, such as the name of a property; empty if it is not
 *     known
 * @param pointers where the change of the spec may be, most likely first
 * @param what a description for the case that there is no change of the spec at any of these places
 */
record RemovalCause(String subject, List<String> pointers, String what) {}
