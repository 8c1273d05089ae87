@NullMarked
package org.dorothydispatch.practice.ui;

import org.jspecify.annotations.NullMarked;
