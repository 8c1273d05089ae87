/**
 * Looks through the export of another system for what its customers lived through: faces, breaks, who was sold and who
 * came. Nothing of the file is stored.
 */
@NullMarked
package org.dorothydispatch.importing.xray;

import org.jspecify.annotations.NullMarked;
