package io.github.triggerapi.contract;

import java.nio.charset.StandardCharsets;
import java.security.CodeSource;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** Checks that the client and the stubs were generated from the spec in use, by its digest. */
final class ArtifactCheck {

    private static final List<String> DOCUMENTS =
            List.of("io.github.triggerapi.client.api.ApiDocument", "io.github.triggerapi.server.api.ApiDocument");

    private ArtifactCheck() {}

    /** Returns the number of artifacts. */
    static int count() {
        return DOCUMENTS.size();
    }

    /**
     * Returns a message for each artifact that was generated from another document.
     *
     * @param loader the class loader of the artifacts
     */
    static List<String> check(String document, ClassLoader loader) {
        String digest = digest(document);
        List<String> stale = new ArrayList<>();
        for (String name : DOCUMENTS) {
            try {
                Class<?> type = Class.forName(name, true, loader);
                // By reflection, as the compiler would inline the constant.
                String generatedFrom = (String) type.getField("SHA_256").get(null);
                if (!digest.equals(generatedFrom)) {
                    CodeSource source = type.getProtectionDomain().getCodeSource();
                    stale.add("stale: "
                            + (source == null ? name : source.getLocation().getPath())
                            + " was generated from the document with the SHA-256 digest " + generatedFrom
                            + ", the document in use has " + digest);
                }
            } catch (ReflectiveOperationException e) {
                stale.add("stale: " + name + "  has no digest of its document:  " + e);
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
