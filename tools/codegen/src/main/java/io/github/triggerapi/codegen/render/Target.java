package io.github.triggerapi.codegen.render;

import io.github.triggerapi.codegen.model.ReservedClassNames;
import java.util.List;

/** The kind of code to generate. Each has its own templates and packages. */
public enum Target {
    /** Retrofit interfaces with models for Gson. */
    CLIENT("client", "io.github.triggerapi.codegen.ClientCodegen", ReservedClassNames.CLIENT),
    /** JAX-RS interfaces with models for Jackson. */
    SERVER("server", "io.github.triggerapi.codegen.ServerStubsCodegen", ReservedClassNames.SERVER);

    private final String folder;
    private final String generator;
    private final List<String> imports;

    Target(String folder, String generator, List<String> imports) {
        this.folder = folder;
        this.generator = generator;
        this.imports = imports;
    }

    /** Returns the folder of the templates that only this target uses. */
    String folder() {
        return folder;
    }

    /** Returns the name of the generator in generated classes. */
    public String generator() {
        return generator;
    }

    /** Returns the qualified names of the classes that generated code may import. */
    List<String> imports() {
        return imports;
    }

    /** Returns the packages of the published modules. */
    public Packages packages() {
        String root = "io.github.triggerapi." + folder;
        return new Packages(root + ".api", root + ".model");
    }
}
