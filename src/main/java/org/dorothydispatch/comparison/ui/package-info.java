@NullMarked
package org.dorothydispatch.comparison.ui;

import org.jspecify.annotations.NullMarked;
