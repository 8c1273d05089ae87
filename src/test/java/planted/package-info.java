/** Classes that break the rules of {@code ArchitectureTest} on purpose. Outside the program's package: nothing finds them. */
package planted;
