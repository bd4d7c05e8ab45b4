import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.triggerapi.server.api.GetReportsParameters;
import io.github.triggerapi.server.api.GetTokenForm;
import io.github.triggerapi.server.api.JobsApi;
import io.github.triggerapi.server.api.ListObjectsParameters;
import io.github.triggerapi.server.api.ListThingsParameters;
import io.github.triggerapi.server.api.DocumentedSuccess;
import io.github.triggerapi.server.api.ResponseHeaders;
import io.github.triggerapi.server.model.Account;
import io.github.triggerapi.server.model.Action;
import io.github.triggerapi.server.model.ListObjectsLimit;
import io.github.triggerapi.server.model.Page;
import io.github.triggerapi.server.model.State;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.io.InputStream;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;

/** Each public method is a test. */
public final class ServerMessages {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private ServerMessages() {}

    public static void arraysInOneStringAreRead() throws ReflectiveOperationException {
        ListThingsParameters parameters = new ListThingsParameters();
        set(parameters, "ids", "1,2");
        set(parameters, "states", "open|other");
        set(parameters, "words", "a b");
        set(parameters, "xIds", "c,d");

        assertThat(parameters.ids()).containsExactly(1L, 2L);
        assertThat(parameters.states()).containsExactly(State.OPEN, State.of("other"));
        assertThat(parameters.words()).containsExactly("a", "b");
        assertThat(parameters.xIds()).containsExactly("c", "d");
        assertThat(parameters.session()).isNull();
    }

    public static void encodedCommasAreInItems() throws ReflectiveOperationException {
        GetReportsParameters parameters = new GetReportsParameters();
        set(parameters, "ids", "1,%32");

        assertThat(parameters.ids()).containsExactly(1L, 2L);
        assertThat(GetReportsParameters.class.getDeclaredField("ids").getAnnotation(PathParam.class).value())
                .isEqualTo("x---24-ids");
        set(parameters, "ids", "1%2C2");
        assertThatThrownBy(parameters::ids).isInstanceOf(RuntimeException.class);
    }

    public static void arraysOfDatesAndTimesAreRead() throws ReflectiveOperationException {
        GetReportsParameters parameters = new GetReportsParameters();
        set(parameters, "at", List.of("2025-01-31T12:00:00Z"));
        set(parameters, "days", "2025-01-31T12:00:00Z,2025-02-28T12:00:00Z");

        assertThat(parameters.at()).containsExactly(OffsetDateTime.parse("2025-01-31T12:00:00Z"));
        assertThat(parameters.days()).hasSize(2);
        set(parameters, "at", List.of("soon"));
        assertThatThrownBy(parameters::at).isInstanceOf(RuntimeException.class);
    }

    public static void scalarsAndJsonAreRead() throws ReflectiveOperationException {
        ListObjectsParameters parameters = new ListObjectsParameters();
        set(parameters, "filter", "{\"size\":5}");
        set(parameters, "limit", List.of("7"));

        assertThat(parameters.filter().size()).isEqualTo(5);
        assertThat(parameters.limit()).isEqualTo(ListObjectsLimit.of(7));
        set(parameters, "limit", List.of("all"));
        assertThat(parameters.limit().kind()).isEqualTo(ListObjectsLimit.Kind.ENUM);
    }

    public static void valuesAreValidatedOnceTheyAreRead() throws ReflectiveOperationException {
        Method ids = ListThingsParameters.class.getDeclaredMethod("getIds");
        Method limit = ListObjectsParameters.class.getDeclaredMethod("getLimit");

        assertThat(ids.getAnnotation(Size.class).min()).isEqualTo(1);
        assertThat(limit.isAnnotationPresent(Valid.class)).isTrue();
    }

    public static void eachPlaceHasItsAnnotation() throws ReflectiveOperationException {
        assertThat(field(ListThingsParameters.class, "ids").isAnnotationPresent(QueryParam.class)).isTrue();
        assertThat(field(ListThingsParameters.class, "xIds").isAnnotationPresent(HeaderParam.class)).isTrue();
        assertThat(field(ListThingsParameters.class, "theme").isAnnotationPresent(CookieParam.class)).isTrue();
        assertThat(field(GetTokenForm.class, "grantType").isAnnotationPresent(FormParam.class)).isTrue();
        assertThat(field(ListObjectsParameters.class, "page").getAnnotations()).extracting(Object::toString)
                .noneMatch(annotation -> annotation.contains("Param"));
    }

    public static void eachOtherSuccessHasAMethodWithItsType() {
        Function<Account, DocumentedSuccess> anew = JobsApi::runJob_201;
        Function<List<Page>, DocumentedSuccess> accepted = JobsApi::runJob_202;
        Function<InputStream, DocumentedSuccess> elsewhere = JobsApi::runJob_203;
        Supplier<DocumentedSuccess> nothing = JobsApi::runJob_204;
        BiFunction<Integer, Page, DocumentedSuccess> other = JobsApi::runJob_2XX;
        BiFunction<Integer, Page, DocumentedSuccess> onlyDefault = JobsApi::lastJob_default;

        assertThat(List.of(anew, accepted, elsewhere, nothing, other, onlyDefault)).hasSize(6);
        Function<Account, DocumentedSuccess> withHeaders = JobsApi::runJob_200;
        assertThat(withHeaders).isNotNull();
        assertThat(ResponseHeaders.X_LEFT).isEqualTo("X-Left");
        assertThat(ResponseHeaders.class.getFields()).hasSize(1);
        assertThat(JobsApi.class.getDeclaredMethods()).hasSize(9);
        assertThatThrownBy(() -> JobsApi.runJob_2XX(302, Page.builder().build()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    public static void responsesDoWithoutWriteOnlyMembers() throws ReflectiveOperationException {
        assertThat(Account.builder().id("i").name("n").build().id()).isEqualTo("i");
        assertThatThrownBy(Account.builder().name("n").password("p")::build).hasMessageContaining("id");
        assertThat(field(Account.class, "id").isAnnotationPresent(NotNull.class)).isFalse();
        assertThat(field(Account.class, "password").isAnnotationPresent(NotNull.class)).isTrue();
    }

    public static void aSchemaWithADiscriminatorStandsForThoseThatAddToIt() throws JsonProcessingException {
        String json = "[{\"type\":\"open\",\"uri\":\"u\"},{\"type\":\"JumpAction\",\"height\":1},{\"type\":\"other\",\"more\":1}]";

        Action[] actions = MAPPER.readValue(json, Action[].class);

        assertThat(actions).extracting(Action::kind)
                .containsExactly(Action.Kind.OPEN_ACTION, Action.Kind.MOVE_ACTION, Action.Kind.OBJECT);
        assertThat(MAPPER.writeValueAsString(actions)).isEqualTo(json);
    }

    private static AnnotatedElement field(Class<?> type, String name) throws ReflectiveOperationException {
        return type.getDeclaredField(name);
    }

    private static void set(Object parameters, String name, Object value) throws ReflectiveOperationException {
        Field field = parameters.getClass().getDeclaredField(name);
        field.setAccessible(true);
        field.set(parameters, value);
    }
}
