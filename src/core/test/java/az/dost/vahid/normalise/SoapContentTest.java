package az.dost.vahid.normalise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import az.dost.vahid.signature.xml.XmlFactories;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands in an envelope, and which names a fault has. */
class SoapContentTest {
    private static final String SOAP_11 = "http://schemas.xmlsoap.org/soap/envelope/";
    private static final String SOAP_12 = "http://www.w3.org/2003/05/soap-envelope";

    private static Optional<SoapContent> of(String soap, String content) {
        return SoapContent.of(XmlFactories.parse(("<s:Envelope xmlns:s=\"" + soap + "\">" + content + "</s:Envelope>")
                .getBytes(StandardCharsets.UTF_8)));
    }

    private static SoapContent fault(String soap, String content) {
        return of(soap, "<s:Body><s:Fault>" + content + "</s:Fault></s:Body>").orElseThrow();
    }

    @Test
    void a_fault_of_soap_1_1_is_told_by_its_code_and_its_detail() {
        SoapContent fault = fault(
                SOAP_11,
                "<faultcode>s:Client.NotFound</faultcode><faultstring>Nobody is called 5AB1CD2</faultstring>"
                        + "<detail><e:PersonNotFound xmlns:e=\"urn:e\"><e:fin>5AB1CD2</e:fin></e:PersonNotFound></detail>");
        assertThat(fault.fault()).isTrue();
        assertThat(fault.names()).containsExactly("Client.NotFound", "PersonNotFound");
    }

    @Test
    void a_fault_of_soap_1_2_is_told_by_its_code_its_innermost_subcode_and_its_detail() {
        SoapContent fault = fault(
                SOAP_12,
                "<s:Code><s:Value>s:Sender</s:Value><s:Subcode><s:Value>e:Outer</s:Value><s:Subcode><s:Value>e:Inner</s:Value></s:Subcode>"
                        + "</s:Subcode></s:Code><s:Reason><s:Text xml:lang=\"en\">No</s:Text></s:Reason><s:Detail><Gone/></s:Detail>");
        assertThat(fault.names()).containsExactly("Sender", "Inner", "Gone");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Aliyev Ali",
                "404",
                "",
                "a/b",
                "x123456789012345678901234567890123456789012345678901234567890123456789"
            })
    void what_has_not_the_form_of_a_code_is_no_name(String code) {
        assertThat(fault(SOAP_11, "<faultcode>" + code + "</faultcode>").names())
                .isEmpty();
    }

    @Test
    void mappings_see_a_fault_of_either_version_alike() throws Exception {
        SoapContent older = fault(
                SOAP_11,
                "<faultcode>s:Client</faultcode><faultstring> No </faultstring><detail><Gone><number>1</number></Gone></detail>");
        SoapContent newer = fault(
                SOAP_12,
                "<s:Code><s:Value>s:Client</s:Value></s:Code><s:Reason><s:Text xml:lang=\"en\">No</s:Text></s:Reason>"
                        + "<s:Detail><Gone><number>1</number></Gone></s:Detail>");
        assertThat(older.tree())
                .isEqualTo(newer.tree())
                .isEqualTo(
                        new ObjectMapper()
                                .readTree(
                                        "{\"faultcode\": \"Client\", \"faultstring\": \"No\", \"detail\": {\"Gone\": {\"number\": \"1\"}}}"));
    }

    @Test
    void a_fault_of_another_namespace_is_a_reply() {
        assertThat(of(SOAP_11, "<s:Body><Fault xmlns=\"urn:e\"/></s:Body>")
                        .orElseThrow()
                        .fault())
                .isFalse();
    }

    private static SoapContent encoded(String answer, String beside) {
        return of(
                        SOAP_11,
                        "<s:Body xmlns:e=\"http://schemas.xmlsoap.org/soap/encoding/\">" + answer + beside
                                + "</s:Body>")
                .orElseThrow();
    }

    @Test
    void values_of_an_encoded_answer_stand_where_it_refers_to_them() throws Exception {
        SoapContent content = encoded(
                "<r:getResponse xmlns:r=\"urn:r\"><return href=\"#id0\"/></r:getResponse>",
                "<multiRef id=\"id0\"><fin>5AB1CD2</fin><home href=\"#id1\"/><work href=\"#id1\"/></multiRef><place id=\"id1\" e:root=\"0\">Bakı</place>");
        assertThat(content.tree())
                .isEqualTo(new ObjectMapper()
                        .readTree("{\"return\": {\"fin\": \"5AB1CD2\", \"home\": \"Bakı\", \"work\": \"Bakı\"}}"));
    }

    @Test
    void values_that_grow_without_end_are_refused() {
        StringBuilder bomb = new StringBuilder("<multiRef id=\"id30\">end</multiRef>");
        for (int i = 0; i < 30; i++) {
            bomb.append("<multiRef id=\"id")
                    .append(i)
                    .append("\"><a href=\"#id")
                    .append(i + 1)
                    .append("\"/><b href=\"#id")
                    .append(i + 1)
                    .append("\"/></multiRef>");
        }
        assertThatThrownBy(() -> encoded("<r><return href=\"#id0\"/></r>", bomb.toString())
                        .tree())
                .isInstanceOf(MappingException.class);
    }

    @Test
    void a_textvalue_is_not_copied_without_end() {
        String text = "<multiRef id=\"id0\">" + "x".repeat(100_000) + "</multiRef>";
        assertThatThrownBy(() -> encoded("<r>" + "<a href=\"#id0\"/>".repeat(1_000) + "</r>", text)
                        .tree())
                .isInstanceOf(MappingException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<multiRef id=\"id0\"><a href=\"#id0\"/></multiRef>",
                "<multiRef id=\"id0\"><a href=\"#id1\"/></multiRef><multiRef id=\"id1\"><b href=\"#id0\"/></multiRef>",
                "<multiRef id=\"id0\">1</multiRef><multiRef id=\"id0\">2</multiRef>"
            })
    void values_that_contain_themselves_or_have_one_id_are_refused(String beside) {
        assertThatThrownBy(
                        () -> encoded("<r><return href=\"#id0\"/></r>", beside).tree())
                .isInstanceOf(MappingException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<s:Body/>",
                "<s:Body><a/><b/></s:Body>",
                "<s:Body><a/></s:Body><s:Body><a/></s:Body>",
                "<s:Header/><s:Header/><s:Body><a/></s:Body>",
                "<Body><a/></Body>"
            })
    void what_is_not_one_body_with_one_element_is_no_content(String content) {
        assertThat(of(SOAP_11, content)).isEmpty();
    }
}
