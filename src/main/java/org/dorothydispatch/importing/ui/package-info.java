@NullMarked
package org.dorothydispatch.importing.ui;

import org.jspecify.annotations.NullMarked;
