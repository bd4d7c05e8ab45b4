package io.github.triggerapi.codegen.render;

import io.github.triggerapi.codegen.model.Api;
import io.github.triggerapi.codegen.model.GeneratedClass;
import io.github.triggerapi.codegen.model.GeneratedClass.Choice;
import io.github.triggerapi.codegen.model.GeneratedClass.EnumClass;
import io.github.triggerapi.codegen.model.GeneratedClass.Member;
import io.github.triggerapi.codegen.model.GeneratedClass.ObjectClass;
import io.github.triggerapi.codegen.model.GeneratedClass.UnionClass;
import io.github.triggerapi.codegen.model.Names;
import io.github.triggerapi.codegen.model.Type;
import io.github.triggerapi.codegen.model.TypedValue;
import io.github.triggerapi.codegen.render.GeneratedSources.Origin;
import io.github.triggerapi.codegen.source.CommentText;
import io.github.triggerapi.codegen.source.JavaCode;
import io.github.triggerapi.codegen.source.Javadoc;
import io.github.triggerapi.codegen.source.Name;
import io.github.triggerapi.codegen.source.SafeSource;
import io.github.triggerapi.codegen.source.StringLiteral;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Creates the views of model classes. */
final class ModelViews {

    private final Target target;
    private final Annotations annotations;
    private final JavaTypes types;
    private final UnionViews unions;
    private final GeneratedSources sources;
    private final MemberViews members;
    private final ServerParameters serverParameters;

    /** The names of the classes in responses. */
    private final Set<String> received;

    /** @param sources gets the origins of members */
    ModelViews(Api api, Target target, GeneratedSources sources) {
        this.sources = sources;
        this.target = target;
        this.annotations = new Annotations(target);
        this.types = new JavaTypes(target, annotations);
        this.unions = new UnionViews(annotations, types, new VariantConditionExpressions(api), sources);
        this.members = new MemberViews(api, target, annotations, types, unions);
        this.received = api.responseClasses();
        this.serverParameters = new ServerParameters(api, annotations, members, types);
    }

    Annotations annotations() {
        return annotations;
    }

    JavaTypes types() {
        return types;
    }

    MemberViews members() {
        return members;
    }

    ServerParameters serverParameters() {
        return serverParameters;
    }

    /** Returns the view of a class. */
    Map<String, Object> view(GeneratedClass generatedClass) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("className", new Name(generatedClass.className()));
        view.put("client", target == Target.CLIENT);
        view.put("server", target == Target.SERVER);
        view.put("doc", Comments.of(generatedClass.description(), 0));
        view.put("constraints", Annotations.of(generatedClass));
        if (generatedClass instanceof ObjectClass object) {
            addObject(view, object);
        } else if (generatedClass instanceof EnumClass strings) {
            view.put("values", constants(strings));
        } else if (generatedClass instanceof UnionClass union) {
            view.putAll(unions.view(union));
        }
        return view;
    }

    /** Returns the type of a response. It has no validation, as the server does not validate what it sends. */
    JavaCode responseType(TypedValue value) {
        Annotations clientAnnotations = new Annotations(Target.CLIENT);
        return JavaCode.of(
                "$$",
                Annotations.inline(clientAnnotations.of(value)),
                new JavaTypes(target, clientAnnotations).annotated(value.type()));
    }

    // -- objects -----------------------------------------------------------------------------------------------------

    private void addObject(Map<String, Object> view, ObjectClass object) {
        UniqueNames names = new UniqueNames();
        List<MemberView> views = object.members().stream()
                .map(m -> members.view(m, names, received.contains(object.className())))
                .toList();
        addOrigins(object, views);
        view.put("doc", doc(object));
        view.put("members", views);
        view.put("nullables", nullables(object.members(), views, names));
        view.put(
                "choices",
                object.choices().stream()
                        .map(choice -> choice(choice, object, views, names))
                        .toList());
        view.put("hasRequired", views.stream().anyMatch(MemberView::built));
        TypedValue additional = object.additional();
        view.put("anyGetter", anyGetter(object, names));
        view.put("toJackson", names.unique("toJackson"));
        view.put(
                "additionalField",
                JavaCode.of(
                        "$Map<String, $$>",
                        object.closed() ? annotations.ofNoAdditionalMembers() : JavaCode.NONE,
                        annotations.ofItem(additional),
                        types.annotated(additional.type())));
        view.put("additionalType", types.plain(additional.type()));
        view.put("additionalJsonType", JsonExpressions.jsonType(additional.type()));
        view.put("additionalSerialize", JsonExpressions.serializeContent(additional.type()));
        view.put("additionalDeserialize", JsonExpressions.deserializeContent(additional.type()));
        view.put("additionalIsAny", additional.type() instanceof Type.Any);
    }

    /** Returns the name of the accessor of a member. */
    Name accessor(ObjectClass object, Member member) {
        UniqueNames names = new UniqueNames();
        List<Name> accessors = object.members().stream()
                .map(each -> members.view(each, names, false).name())
                .toList();
        return accessors.get(object.members().indexOf(member));
    }

    private void addOrigins(ObjectClass object, List<MemberView> views) {
        for (int i = 0; i < views.size(); i++) {
            Member member = object.members().get(i);
            Origin origin = new Origin(member.pointer(), member.jsonName(), Optional.of(member.value()));
            views.get(i).methods().forEach(method -> sources.addOrigin(object.className(), method.source(), origin));
        }
        Origin additional = new Origin(
                object.description().pointer() + "/additionalProperties",
                "additionalProperties",
                Optional.of(object.additional()));
        for (String method : List.of("additionalProperties", "putAdditionalProperty")) {
            sources.addOrigin(object.className(), method, additional);
        }
    }

    private static Javadoc doc(ObjectClass object) {
        Javadoc doc = Comments.of(object.description(), 0);
        object.choices().forEach(choice -> doc.paragraph(Comments.choice(choice)));
        return doc;
    }

    /** Returns the private methods by which Jackson writes null for members that are null but present. */
    private static List<Map<String, Object>> nullables(
            List<Member> members, List<MemberView> views, UniqueNames names) {
        List<Map<String, Object>> nullables = new ArrayList<>();
        for (int i = 0; i < views.size(); i++) {
            MemberView view = views.get(i);
            if (view.tracksNull()) {
                nullables.add(Map.of(
                        "annotations", MemberViews.jsonAnnotations(members.get(i)),
                        "name", view.name(),
                        "has", view.has(),
                        "jsonMethod", names.unique(view.name().source() + "Json")));
            }
        }
        return nullables;
    }

    /** Returns the method that validates a choice on the server, which has the name of the keyword. */
    private static Map<String, Object> choice(
            Choice choice, ObjectClass object, List<MemberView> members, UniqueNames names) {
        List<JavaCode> conditions = choice.alternatives().stream()
                .map(alternative -> alternative.stream()
                        .map(name -> members.get(
                                object.members().indexOf(object.member(name).orElseThrow())))
                        .map(ModelViews::isPresent)
                        .toList())
                .map(all -> all.isEmpty() ? JavaCode.of("true") : JavaCode.join(" && ", all))
                .toList();
        return Map.of(
                "method",
                names.unique("is" + Names.pascal(choice.keyword())),
                "exclusive",
                choice.exclusive(),
                "condition",
                choice.exclusive()
                        ? JavaCode.of("ModelSupport.count($) == 1", JavaCode.join(", ", conditions))
                        : JavaCode.join(" || ", conditions));
    }

    private static JavaCode isPresent(MemberView member) {
        return member.tracksNull() ? member.has() : JavaCode.of("$ != null", member.name());
    }

    /**
     * Returns the method by which Jackson gets the additional members, or empty if it is the public one. Jackson drops a
     * listed member that has the name of this method.
     */
    private static Optional<Name> anyGetter(ObjectClass object, UniqueNames names) {
        Name method = new Name("additionalProperties");
        while (object.member(method.source()).isPresent()) {
            method = names.unique(method.source() + "Json");
        }
        return method.source().equals("additionalProperties") ? Optional.empty() : Optional.of(method);
    }

    // -- enums -------------------------------------------------------------------------------------------------------

    /** Returns the constants of a class by their strings. */
    static Map<String, Name> constantNames(EnumClass strings) {
        // A constant must not hide the field or the class.
        UniqueNames names = new UniqueNames("KNOWN", strings.className());
        Map<String, Name> constants = new LinkedHashMap<>();
        strings.values().forEach(value -> constants.put(value, names.unique(Names.constant(value))));
        return constants;
    }

    private List<Map<String, SafeSource>> constants(EnumClass strings) {
        Map<String, Name> names = constantNames(strings);
        List<Map<String, SafeSource>> constants = new ArrayList<>();
        strings.pointers().forEach((value, pointer) -> {
            Name constant = names.get(value);
            sources.addOrigin(strings.className(), constant.source(), new Origin(pointer, value, Optional.empty()));
            constants.add(Map.of(
                    "constant",
                    constant,
                    "string",
                    new StringLiteral(value),
                    "doc",
                    Javadoc.indented(4).paragraph(CommentText.of("The value $.", CommentText.code(value)))));
        });
        return constants;
    }
}
