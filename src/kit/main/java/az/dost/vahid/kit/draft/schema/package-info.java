/** Elements and types of XML Schemas as fields. */
package az.dost.vahid.kit.draft.schema;
