package az.dost.vahid.check.form;

/** Schemas that every contract may use without having them. */
final class KnownSchemas {
    /** The attributes of XML itself. */
    static final String XML = """
            <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="http://www.w3.org/XML/1998/namespace">
              <xs:attribute name="lang"><xs:simpleType><xs:union memberTypes="xs:language">
                <xs:simpleType><xs:restriction base="xs:string"><xs:enumeration value=""/></xs:restriction></xs:simpleType>
              </xs:union></xs:simpleType></xs:attribute>
              <xs:attribute name="space"><xs:simpleType><xs:restriction base="xs:NCName">
                <xs:enumeration value="default"/><xs:enumeration value="preserve"/>
              </xs:restriction></xs:simpleType></xs:attribute>
              <xs:attribute name="base" type="xs:anyURI"/>
              <xs:attribute name="id" type="xs:ID"/>
            </xs:schema>
            """;

    private KnownSchemas() {}
}
