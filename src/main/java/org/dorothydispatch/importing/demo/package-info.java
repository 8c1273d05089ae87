/** The demo offices: a seeded world written as a bundle, so that the demo runs through the real import. */
@NullMarked
package org.dorothydispatch.importing.demo;

import org.jspecify.annotations.NullMarked;
