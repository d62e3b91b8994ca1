package az.dost.vahid.signature.xml;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.mime.Related;
import jakarta.activation.DataHandler;
import jakarta.xml.soap.AttachmentPart;
import jakarta.xml.soap.MessageFactory;
import jakarta.xml.soap.SOAPConstants;
import jakarta.xml.soap.SOAPMessage;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import javax.xml.namespace.QName;
import org.apache.cxf.attachment.AttachmentImpl;
import org.apache.cxf.attachment.AttachmentSerializer;
import org.apache.cxf.attachment.ByteDataSource;
import org.apache.cxf.message.Message;
import org.apache.cxf.message.MessageImpl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Messages with parts as stock SOAP stacks write them are read. */
class StockMessagesTest {
    private static final byte[] PHOTO = {0, 1, (byte) 0xFF, 13, 10, '-', '-', 13, 10};
    private static final String BASE64 = Base64.getEncoder().encodeToString(PHOTO);

    @ParameterizedTest
    @ValueSource(strings = {SOAPConstants.SOAP_1_1_PROTOCOL, SOAPConstants.SOAP_1_2_PROTOCOL})
    void an_attachment_that_saaj_wrote_is_read(String version) throws Exception {
        SOAPMessage message = MessageFactory.newInstance(version).createMessage();
        message.getSOAPBody()
                .addBodyElement(new QName("urn:reply", "Reply", "r"))
                .addChildElement("Scan")
                .addTextNode("cid:photo%40reg");
        AttachmentPart part = message.createAttachmentPart();
        part.setRawContentBytes(PHOTO, 0, PHOTO.length, "image/png");
        part.setContentId("<photo@reg>");
        message.addAttachmentPart(part);
        message.saveChanges();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        message.writeTo(out);
        AttachedParts parts =
                AttachedParts.of(out.toByteArray(), message.getMimeHeaders().getHeader("Content-Type")[0], 1);
        Element reply = SoapReply.element(parts.document(), "urn:reply", "Reply");
        parts.inline(reply, Set.of("Scan"), true);
        assertThat(reply.getTextContent()).isEqualTo(BASE64);
    }

    @Test
    void an_optimised_message_that_cxf_wrote_is_read() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Message message = new MessageImpl();
        message.put(Message.CONTENT_TYPE, "text/xml");
        message.setContent(OutputStream.class, out);
        AttachmentImpl photo = new AttachmentImpl("photo@reg", new DataHandler(new ByteDataSource(PHOTO, "image/png")));
        photo.setXOP(true);
        message.setAttachments(List.of(photo));
        AttachmentSerializer serializer = new AttachmentSerializer(message);
        serializer.setXop(true);
        serializer.writeProlog();
        out.write(("<s:Envelope xmlns:s=\"" + SoapReply.SOAP
                        + "\"><s:Body><r:Reply xmlns:r=\"urn:reply\"><xop:Include xmlns:xop=\"http://www.w3.org/2004/08/xop/include\""
                        + " href=\"cid:photo%40reg\"/></r:Reply></s:Body></s:Envelope>")
                .getBytes(StandardCharsets.UTF_8));
        serializer.writeAttachments();
        AttachedParts parts = AttachedParts.of(out.toByteArray(), (String) message.get(Message.CONTENT_TYPE), 1);
        Document document = parts.document();
        assertThat(SoapReply.element(document, "urn:reply", "Reply").getTextContent())
                .isEqualTo(BASE64);
        assertThat(Related.begins(out.toByteArray())).isTrue();
    }
}
