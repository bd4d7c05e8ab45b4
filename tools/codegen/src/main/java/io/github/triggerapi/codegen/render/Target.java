package io.github.triggerapi.codegen.render;

/** What is generated: each with templates and packages of its own. */
public enum Target {
    /** A Retrofit interface with models for Gson. */
    CLIENT("client"),
    /** JAX-RS interfaces with models for Jackson. */
    SERVER("server");

    private final String folder;

    Target(String folder) {
        this.folder = folder;
    }

    /** The folder of the templates that only this target uses. */
    String folder() {
        return folder;
    }

    /** The packages of the modules that users know. */
    public Packages packages() {
        String root = "io.github.triggerapi." + folder;
        return new Packages(root + ".api", root + ".model");
    }
}
