package io.github.triggerapi.update.compare.code;

import java.util.Map;

/**
 * The public API of a generated class, with that of its nested classes.
 *
 * @param members in the order of the source code, by their signatures
 */
record PublicType(String name, Map<String, Member> members) {

    /**
     * A field, a method, a constructor or a nested class.
     *
     * @param owner the class, as in {@code Payload.Builder}
     * @param signature the name, with the types of the parameters if there are any
     * @param type the type of the field, the result of the method, or the kind of the nested class
     */
    record Member(String owner, String name, String signature, String type) {

        String qualifiedSignature() {
            return owner + "." + signature;
        }
    }
}
