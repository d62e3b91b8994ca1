/** Whether a paper must be brought: the rules by which each of a passport's papers gets its verdict. */
package az.dost.vahid.sources.verdict;
