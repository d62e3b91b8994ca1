/** Definitions in YAML files: read strictly, each fault told with its line, read again when a file changes. */
package az.dost.vahid.definition;
