package io.github.triggerapi.mock.internal.document;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.triggerapi.mock.internal.message.Json;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The body of a success, without the members of a resource.
 *
 * @param base the other members that the schema requires
 * @param listed the members of the resource that the schema lists
 */
record SuccessBodyTemplate(ObjectNode base, Set<String> listed) {
    /**
     * Returns the body for a media type in the document; empty if the schema does not accept the members.
     *
     * @param members typical values of the members
     */
    static Optional<SuccessBodyTemplate> of(ExampleBodies examples, String mediaType, ObjectNode members) {
        Set<String> listed =
                examples.memberNames(mediaType).stream().filter(members::has).collect(Collectors.toUnmodifiableSet());
        Stream<ObjectNode> nothing = Stream.of(Json.MAPPER.createObjectNode());
        // Generated only if the schema requires more members, because it takes a while.
        return Stream.concat(nothing, Stream.of(mediaType).flatMap(at -> examples.objects(at).stream()))
                .map(base -> new SuccessBodyTemplate(base, listed))
                .filter(body -> examples.accepts(mediaType, body.with(members, false)))
                .findFirst();
    }

    /**
     * Returns the body with members.
     *
     * @param all whether the body also gets members that are not listed
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
