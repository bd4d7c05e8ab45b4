package io.github.triggerapi.mock.internal.document;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.triggerapi.mock.internal.message.Json;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The body of a success, to be filled with the members that a behaviour has values for.
 *
 * @param base what the schema requires beside them
 * @param listed those of them that the schema lists
 */
record SuccessBody(ObjectNode base, Set<String> listed) {
    /**
     * The body for a media type at a place in the document; empty when the schema does not accept the members.
     *
     * @param members values such as the behaviour is going to have
     */
    static Optional<SuccessBody> of(ExampleBodies samples, String mediaType, ObjectNode members) {
        Set<String> listed =
                samples.memberNames(mediaType).stream().filter(members::has).collect(Collectors.toUnmodifiableSet());
        Stream<ObjectNode> nothing = Stream.of(Json.MAPPER.createObjectNode());
        // Drawn from the schema only if that requires more, as it takes a while.
        return Stream.concat(nothing, Stream.of(mediaType).flatMap(at -> samples.objects(at).stream()))
                .map(base -> new SuccessBody(base, listed))
                .filter(body -> samples.accepts(mediaType, body.with(members, false)))
                .findFirst();
    }

    /**
     * The body with members.
     *
     * @param all whether it gets also those that are not listed
     */
    ObjectNode with(ObjectNode members, boolean all) {
        ObjectNode body = base.deepCopy();
        members.properties().forEach(member -> {
            if (all || listed.contains(member.getKey())) {
                body.set(member.getKey(), member.getValue());
            }
        });
        return body;
    }
}
