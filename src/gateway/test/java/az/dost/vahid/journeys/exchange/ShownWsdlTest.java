package az.dost.vahid.journeys.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import az.dost.vahid.fuzz.Fuzz;
import az.dost.vahid.xroad.FaultCode;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a provider's service is stays the provider's own; all else of its WSDL is given out as it is. */
@Tag("attack")
class ShownWsdlTest {
    private static final int TRIES = 500;
    private static final String INNER = "http://inner.example:8080/acts?a=1&amp;b=2";
    private static final String SHOWN = "http://example.org/xroad-endpoint";
    private static final String WSDL =
            "<d:definitions xmlns:d='http://schemas.xmlsoap.org/wsdl/' xmlns:s='http://schemas.xmlsoap.org/wsdl/soap/' xmlns:x='urn:x'>\r\n"
                    + "  <!-- location=\"kept\" -->\r\n  <d:service name='Acts'><d:port name='P' binding='x:B'><s:address location=\""
                    + INNER + "\"/></d:port></d:service>\r\n"
                    + "</d:definitions>\r\n";

    private static String shown(String wsdl) {
        return new String(ShownWsdl.of(wsdl.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://schemas.xmlsoap.org/wsdl/soap/",
                "http://schemas.xmlsoap.org/wsdl/soap12/",
                "http://schemas.xmlsoap.org/wsdl/http/"
            })
    void the_address_of_every_binding_is_another_and_nothing_else_is_changed(String binding) {
        String wsdl = WSDL.replace("http://schemas.xmlsoap.org/wsdl/soap/", binding);
        assertThat(shown(wsdl)).isEqualTo(wsdl.replace(INNER, SHOWN));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<s:address location='http://inner/'/> | <s:address location=\"http://example.org/xroad-endpoint\"/>",
                "<s:address x:location='kept' location = 'http://inner/' ></s:address> | <s:address x:location='kept' location = \"http://example.org/xroad-endpoint\" ></s:address>",
                "<s:address title=\" location='kept'\" location='http://inner/'/> | <s:address title=\" location='kept'\" location=\"http://example.org/xroad-endpoint\"/>",
                "<s:address/> | <s:address/>",
                "<x:address location='kept'/> | <x:address location='kept'/>"
            })
    void it_is_found_however_it_is_written(String written, String expected) {
        String address = "<s:address location=\"" + INNER + "\"/>";
        assertThat(shown(WSDL.replace(address, written))).isEqualTo(WSDL.replace(address, expected));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "ISO-8859-1", "UTF-16", "windows-1251"})
    void it_stays_in_the_encoding_that_it_declares(String encoding) {
        Charset charset = Charset.forName(encoding);
        String wsdl = "<?xml version=\"1.0\" encoding=\"" + encoding + "\"?>\n"
                + WSDL.replace("Acts", encoding.equals("windows-1251") ? "\u0410\u043a\u0442" : "\u00e9");
        assertThat(new String(ShownWsdl.of(wsdl.getBytes(charset)), charset)).isEqualTo(wsdl.replace(INNER, SHOWN));
    }

    @Test
    void a_byte_order_mark_stays() {
        assertThat(shown("\uFEFF" + WSDL)).isEqualTo("\uFEFF" + WSDL.replace(INNER, SHOWN));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no XML",
                "<d:definitions/>",
                "<definitions>",
                "<?xml version=\"1.0\" encoding=\"none-such\"?><definitions/>"
            })
    void what_is_no_xml_is_not_given_out(String wsdl) {
        assertThatThrownBy(() -> shown(wsdl))
                .isInstanceOfSatisfying(
                        ExchangeFault.class, fault -> assertThat(fault.code()).isEqualTo(FaultCode.SERVICE_FAILED));
    }

    @Test
    void mutilated_it_is_given_out_or_refused() {
        Fuzz.of(List.of(WSDL.getBytes(StandardCharsets.UTF_8)), TRIES).read(ShownWsdl::of, ExchangeFault.class);
    }
}
