package az.dost.vahid.check.wsdl;

import java.util.List;
import javax.xml.namespace.QName;

/**
 * One message as it is bound to SOAP.
 *
 * @param wrapper the element around the parts of RPC; null for a document
 * @param encoded whether the parts are written as the SOAP encoding has it, and not as their types say
 * @param body parts of {@code soap:Body}
 * @param headers parts of {@code soap:Header}
 * @param attachments names of parts that travel beside the envelope
 * @param lost parts of {@code soap:Header} that the binding names and the contract lacks, in words
 */
public record BoundMessage(
        QName wrapper,
        boolean encoded,
        List<BoundPart> body,
        List<BoundPart> headers,
        List<String> attachments,
        List<String> lost) {}
