package io.github.triggerapi.mock.document;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.triggerapi.mock.message.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

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
    static Optional<SuccessBody> of(Samples samples, String mediaType, ObjectNode members) {
        Set<String> listed =
                samples.memberNames(mediaType).stream().filter(members::has).collect(Collectors.toUnmodifiableSet());
        List<ObjectNode> bases = new ArrayList<>(List.of(Json.MAPPER.createObjectNode()));
        bases.addAll(samples.objects(mediaType));
        return bases.stream()
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
