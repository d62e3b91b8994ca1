package az.dost.vahid.mock.rest;

import az.dost.vahid.mock.kit.RegisterView;
import az.dost.vahid.mock.population.Facts;
import az.dost.vahid.signature.xml.XmlFactories;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** What the insurance register writes on one person, in the default namespace {@value #NAMESPACE}. */
final class PolicyDocument {
    static final String NAMESPACE = "urn:az:its:sigorta:2";
    private static final String XSI = "http://www.w3.org/2001/XMLSchema-instance";
    private static final String XMLNS = "http://www.w3.org/2000/xmlns/";
    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private final Document document = XmlFactories.empty();

    static Document of(RegisterView.Entry person, String requestId, OffsetDateTime now) {
        PolicyDocument policy = new PolicyDocument();
        policy.write(person, requestId, now);
        return policy.document;
    }

    /** The answer to a request that is refused before a person is looked up. */
    static Document refusal(String code, String text) {
        PolicyDocument policy = new PolicyDocument();
        policy.root("SigortaXetasi", text).setAttribute("kod", code);
        return policy.document;
    }

    private void write(RegisterView.Entry person, String requestId, OffsetDateTime now) {
        Element root = root("SigortaCavabi", null);
        Element header = add(root, "Basliq", null);
        add(header, "SorguNomresi", requestId);
        add(header, "CavabVaxti", LOCAL.format(now));
        Element insured = add(root, "Sigortali", null);
        insured.setAttribute("fin", person.fin());
        Facts.HealthInsurance insurance = person.fact("healthInsurance");
        if (insurance == null) {
            add(insured, "Netice", "Sığortalı tapılmadı").setAttribute("kod", "204");
        } else {
            policy(insured, insurance);
        }
    }

    private void policy(Element insured, Facts.HealthInsurance insurance) {
        Element policy = add(insured, "Polis", null);
        policy.setAttribute("nomre", insurance.policyNumber());
        add(policy, "Zerf", insurance.coverage().equals("BASIC") ? "Baza zərfi" : "Genişləndirilmiş zərf")
                .setAttribute("kod", insurance.coverage().equals("BASIC") ? "B" : "G");
        add(policy, "Baslama", day(insurance.from()));
        Element end = add(policy, "Bitme", day(insurance.until()));
        if (insurance.until() == null) {
            end.setAttributeNS(XSI, "xsi:nil", "true");
        }
        if (insurance.facility() != null) {
            add(policy, "Muessise", insurance.facility()).setAttribute("nov", "ISX");
        }
    }

    /** Canonical XML sees only declarations that are in the tree, so they are put there. */
    private Element root(String name, String text) {
        Element root = document.createElementNS(NAMESPACE, name);
        root.setAttributeNS(XMLNS, "xmlns", NAMESPACE);
        root.setAttributeNS(XMLNS, "xmlns:xsi", XSI);
        root.setTextContent(text);
        document.appendChild(root);
        return root;
    }

    private Element add(Element parent, String name, String text) {
        Element element = document.createElementNS(NAMESPACE, name);
        parent.appendChild(element);
        if (text != null) {
            element.setTextContent(text);
        }
        return element;
    }

    private static String day(LocalDate date) {
        return date == null ? null : DAY.format(date);
    }
}
