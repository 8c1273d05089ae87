@NullMarked
package org.dorothydispatch.printing.ui;

import org.jspecify.annotations.NullMarked;
