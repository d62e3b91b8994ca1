package az.dost.vahid.sources.agency.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.vertx.core.http.HttpClientOptions;
import java.io.IOException;
import org.apache.camel.catalog.EndpointValidationResult;
import org.apache.camel.catalog.impl.DefaultRuntimeCamelCatalog;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultEndpoint;
import org.apache.camel.tooling.model.BaseOptionModel;
import org.apache.camel.tooling.model.ComponentModel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What Camel and its tools know of {@code agency-http} without a line of Java, by the files of {@code META-INF}. */
class CatalogEntryTest {
    private static final String ADDRESS = "agency-http:https://agency.example:8443/register?clientOptions=#client";
    private final DefaultCamelContext context = new DefaultCamelContext();
    private final DefaultRuntimeCamelCatalog catalog = new DefaultRuntimeCamelCatalog();

    @BeforeEach
    void start() {
        context.getRegistry().bind("client", new HttpClientOptions());
        catalog.setCamelContext(context);
        catalog.start();
    }

    @AfterEach
    void stop() throws IOException {
        catalog.stop();
        context.close();
    }

    @Test
    void camel_makes_the_component_for_an_address_with_its_scheme() {
        assertThat(context.getEndpoint(ADDRESS).getComponent())
                .isInstanceOf(EventLoopHttp.class)
                .isSameAs(EventLoopHttp.in(context));
    }

    @Test
    void one_that_was_never_started_can_be_stopped() {
        context.getEndpoint(ADDRESS);
        assertThatCode(() -> EventLoopHttp.in(context).stop()).doesNotThrowAnyException();
    }

    @Test
    void camels_catalog_has_nothing_against_an_agencys_address() {
        EndpointValidationResult said = catalog.validateEndpointProperties(ADDRESS);
        assertThat(said.isSuccess()).as(said.summaryErrorMessage(true)).isTrue();
        assertThat(said.hasWarnings())
                .as(said.summaryErrorMessage(true, true, true))
                .isFalse();
    }

    @Test
    void camels_catalog_names_an_unknown_option_and_one_that_is_missing() {
        EndpointValidationResult said =
                catalog.validateEndpointProperties("agency-http:https://a.example?client=#client");
        assertThat(said.getUnknown()).containsExactly("client");
        assertThat(said.getRequired()).containsExactly("clientOptions");
    }

    @Test
    void the_component_takes_every_option_of_its_entry() {
        ComponentModel entry = catalog.componentModel(EventLoopHttp.SCHEME);
        assertThat(entry.getEndpointParameterOptions())
                .extracting(BaseOptionModel::getName)
                .containsExactly(EventLoopHttp.OPTIONS, "lazyStartProducer");
        assertThat(context.getEndpoint(ADDRESS + "&lazyStartProducer=true", DefaultEndpoint.class)
                        .isLazyStartProducer())
                .isTrue();
    }

    @Test
    void the_entry_names_the_class_that_camel_makes() {
        assertThat(catalog.componentModel(EventLoopHttp.SCHEME).getJavaType()).isEqualTo(EventLoopHttp.class.getName());
    }
}
