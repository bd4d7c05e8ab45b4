package io.github.triggerapi.contract;

import java.nio.charset.StandardCharsets;
import java.security.CodeSource;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** Compares the document in use with the one that each generated artefact says it was made from. */
final class ArtifactCheck {

    private static final List<String> DOCUMENTS =
            List.of("io.github.triggerapi.client.api.ApiDocument", "io.github.triggerapi.server.api.ApiDocument");

    private ArtifactCheck() {}

    /** How many artefacts there are. */
    static int count() {
        return DOCUMENTS.size();
    }

    /**
     * What is wrong with the artefacts: a line for each that comes from another document.
     *
     * @param loader where they are looked for
     */
    static List<String> check(String document, ClassLoader loader) {
        String digest = digest(document);
        List<String> stale = new ArrayList<>();
        for (String name : DOCUMENTS) {
            try {
                Class<?> type = Class.forName(name, true, loader);
                // By reflection: the compiler would copy the constant from what it saw.
                String generatedFrom = (String) type.getField("SHA_256").get(null);
                if (!digest.equals(generatedFrom)) {
                    CodeSource source = type.getProtectionDomain().getCodeSource();
                    stale.add("stale: "
                            + (source == null ? name : source.getLocation().getPath())
                            + " was generated from the document with the SHA-256 digest " + generatedFrom
                            + ", the document in use has " + digest);
                }
            } catch (ReflectiveOperationException e) {
                stale.add("stale: " + name + " does not say what it was generated from: " + e);
            }
        }
        return stale;
    }

    static String digest(String document) {
        try {
            byte[] bytes = document.getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
