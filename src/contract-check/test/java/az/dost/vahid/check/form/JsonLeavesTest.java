package az.dost.vahid.check.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a JSON Schema says of the values in a reply, whatever it is composed of. */
class JsonLeavesTest {
    private static Map<String, ContractLeaf> leaves(String schema) {
        ApiContract api = ApiContract.read("openapi: 3.0.3\npaths: {}\ncomponents:\n  schemas:\n" + schema.indent(4))
                .orElseThrow();
        return JsonLeaves.of(api.api().at("/components/schemas/Root"), api::resolved)
                .all();
    }

    @Test
    void parts_alternatives_and_lists_have_leaves() {
        Map<String, ContractLeaf> leaves = leaves("""
                Root:
                  allOf:
                  - $ref: "#/components/schemas/Named"
                  - type: object
                    required: [many]
                    properties:
                      many: {type: array, items: {oneOf: [{type: object, properties: {a: {type: integer}}}, {type: object, properties: {b: {type: string, format: date}}}]}}
                Named:
                  type: object
                  required: [name]
                  properties: {name: {type: string, nullable: true, enum: [X, Y]}, note: {type: string}}
                """);
        assertThat(leaves).containsOnlyKeys("/name", "/note", "/many/a", "/many/b");
        assertThat(leaves.get("/name").optional()).isZero();
        assertThat(leaves.get("/name").nillable()).isTrue();
        assertThat(leaves.get("/name").values()).containsExactly("X", "Y");
        assertThat(leaves.get("/note").optional()).isEqualTo(1);
        assertThat(leaves.get("/many/a").kind()).isEqualTo("whole number");
        assertThat(leaves.get("/many/b").kind()).isEqualTo("day");
        assertThat(leaves.get("/many/a").repetitions()).isEqualTo(1);
    }

    @Test
    void a_schema_within_itself_ends() {
        assertThat(
                        leaves(
                                "Root: {type: object, properties: {name: {type: string}, child: {$ref: \"#/components/schemas/Root\"}}}"))
                .containsOnlyKeys("/name");
    }

    @Test
    void a_discriminator_leads_to_all_that_it_names() {
        assertThat(leaves("""
                Root:
                  type: object
                  properties: {kind: {type: string}}
                  discriminator: {propertyName: kind, mapping: {a: A, b: "#/components/schemas/B"}}
                A: {allOf: [{$ref: "#/components/schemas/Root"}, {properties: {one: {type: string}}}]}
                B: {allOf: [{$ref: "#/components/schemas/Root"}, {properties: {two: {type: string}}}]}
                """)).containsOnlyKeys("/kind", "/one", "/two");
    }
}
