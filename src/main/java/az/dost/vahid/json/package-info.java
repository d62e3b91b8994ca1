/** Readers of JSON, YAML and comma-separated values, all within the same bounds. */
package az.dost.vahid.json;
