/**
 * Readers of JSON, YAML and comma-separated values, all within the same bounds, and what others' text needs to stand in
 * them.
 */
package az.dost.vahid.json;
