package az.dost.vahid.kit.draft;

import az.dost.vahid.kit.wsdl.ReadSchemas;
import java.util.List;
import java.util.stream.Stream;
import org.apache.ws.commons.schema.XmlSchemaAll;
import org.apache.ws.commons.schema.XmlSchemaChoice;
import org.apache.ws.commons.schema.XmlSchemaGroupRef;
import org.apache.ws.commons.schema.XmlSchemaParticle;
import org.apache.ws.commons.schema.XmlSchemaSequence;

/** What stands in a sequence, a choice or a group. */
final class ModelGroups {
    /** Of a choice the first branch; nothing of a wildcard. */
    static List<XmlSchemaParticle> of(XmlSchemaParticle group, ReadSchemas schemas) {
        Stream<?> members = group instanceof XmlSchemaSequence sequence ? sequence.getItems().stream()
                : group instanceof XmlSchemaAll all ? all.getItems().stream()
                : group instanceof XmlSchemaChoice choice ? choice.getItems().stream().limit(1)
                : group instanceof XmlSchemaGroupRef reference ? Stream.of(reference.getParticle() != null ? reference.getParticle()
                        : schemas.group(reference.getRefName()).getParticle())
                : Stream.empty();
        return members.filter(XmlSchemaParticle.class::isInstance).map(XmlSchemaParticle.class::cast).toList();
    }

    private ModelGroups() { }
}
