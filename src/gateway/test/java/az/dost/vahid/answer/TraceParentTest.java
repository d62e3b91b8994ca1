package az.dost.vahid.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import az.dost.vahid.connector.Catalogue;
import az.dost.vahid.connector.ConnectorFolder;
import az.dost.vahid.sources.agency.call.Conversation;
import az.dost.vahid.sources.agency.call.Requests;
import az.dost.vahid.sources.agency.wire.HttpWire;
import java.net.URI;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.apache.camel.Message;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultMessage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

class TraceParentTest {
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "00-" + TRACE + "-00f067aa0ba902b7-01",
                "00-" + TRACE + "-00f067aa0ba902b7-ff",
                "01-" + TRACE + "-00f067aa0ba902b7-01",
                "cc-" + TRACE + "-00f067aa0ba902b7-01-what the future will bring"
            })
    void a_trace_is_gone_on_with_under_a_call_id_of_our_own(String header) {
        TraceParent trace = TraceParent.read(header);
        assertThat(trace).isEqualTo(new TraceParent(TRACE, "00f067aa0ba902b7", true));
        TraceParent call = trace.call();
        assertThat(call.header())
                .startsWith("00-" + TRACE + "-")
                .endsWith("-01")
                .hasSize(55)
                .doesNotContain("00f067aa0ba902b7");
        assertThat(TraceParent.read(call.header())).isEqualTo(call);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "00",
                "ff-" + TRACE + "-00f067aa0ba902b7-01",
                "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
                "00-" + TRACE + "-0000000000000000-01",
                "00-" + TRACE + "-00f067aa0ba902b7-01-more",
                "00-" + TRACE + "-00f067aa0ba902b7-01 ",
                "01-" + TRACE + "-00f067aa0ba902b7-01x",
                "00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01",
                "00_" + TRACE + "_00f067aa0ba902b7_01",
                "00-" + TRACE + "-00f067aa0ba902b7-0g",
                " 00-" + TRACE + "-00f067aa0ba902b7-01",
                "[00-" + TRACE + "-00f067aa0ba902b7-01, 00-" + TRACE + "-00f067aa0ba902b7-01]"
            })
    void anything_else_is_no_trace(String header) {
        assertThat(TraceParent.read(header)).isNull();
    }

    @ParameterizedTest
    @CsvSource({"education, true", "traffic-police, false"})
    void an_agency_is_told_of_a_trace_only_where_its_connector_allows_it(String agency, boolean told) {
        try (var context =
                new AnnotationConfigApplicationContext("az.dost.vahid.connector", "az.dost.vahid.definition")) {
            ConnectorFolder folder = context.getBean(Catalogue.class).folder(agency);
            HttpWire wire = new HttpWire(
                    folder.connector(),
                    URI.create("http://localhost"),
                    new Requests(folder, null, null, null),
                    null,
                    null);
            Question question = new Question("W1D0W01", "ccu-intake", Long.MAX_VALUE);
            for (TraceParent trace : new TraceParent[] {null, new TraceParent(TRACE, "00f067aa0ba902b7", false)}) {
                Message message = new DefaultMessage(new DefaultCamelContext());
                wire.ask(message, new Conversation(null, folder.connector(), question.traced(trace)));
                assertThat(message.getHeaders().containsKey("traceparent")).isEqualTo(told && trace != null);
            }
        }
    }

    @Property
    void nothing_that_is_sent_breaks_the_reading(@ForAll @StringLength(max = 80) String header) {
        assertThatCode(() -> TraceParent.read(header)).doesNotThrowAnyException();
    }
}
