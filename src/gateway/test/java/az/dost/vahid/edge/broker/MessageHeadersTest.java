package az.dost.vahid.edge.broker;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("attack")
class MessageHeadersTest {
    private final MessageHeaders headers = new MessageHeaders("X-JWS-Signature");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CamelJmsDestinationName",
                "cAmelJmsDestinationName",
                "CAMELJMSDESTINATIONNAME",
                "cameljmsdestinationname",
                "Camel_DOT_x",
                "CamelBeanMethodName",
                "org_DOT_apache_DOT_camel",
                "JMSReplyTo",
                "jmsReplyTo",
                "JMSDestination",
                "JMSXUserID",
                "JMSXGroupID",
                "_AMQ_DUPL_ID",
                "Host",
                "authorization",
                "AUTHORIZATION",
                "vahidTerms",
                "VAHIDTERMS",
                "VahidLetter",
                "VahidRequester",
                "VahidX",
                "breadcrumbId",
                "Content_HYPHEN_Type",
                "\u212Aey",
                ""
            })
    void a_property_that_is_not_listed_in_this_very_spelling_is_not_taken(String name) {
        assertThat(headers.applyFilterToExternalHeaders(name, "elsewhere", null))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Authorization",
                "VahidTerms",
                "VahidContentType",
                "VahidDelivery",
                "X_HYPHEN_JWS_HYPHEN_Signature"
            })
    void what_is_listed_is_taken_while_it_is_a_text_of_a_right_length(String name) {
        assertThat(headers.applyFilterToExternalHeaders(name, "x", null)).isFalse();
        assertThat(headers.applyFilterToExternalHeaders(name, "x".repeat(20_000), null))
                .isTrue();
        assertThat(headers.applyFilterToExternalHeaders(name, new byte[1], null))
                .isTrue();
    }

    @Test
    void nothing_goes_out_but_our_own() {
        assertThat(headers.applyFilterToCamelHeaders("Authorization", "Bearer x", null))
                .isTrue();
        assertThat(headers.applyFilterToCamelHeaders("CamelJmsDestinationName", "x", null))
                .isTrue();
        assertThat(headers.applyFilterToCamelHeaders("VahidSignature", "x", null))
                .isFalse();
    }
}
