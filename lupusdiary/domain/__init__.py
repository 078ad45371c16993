"""What a lupus diary is: plain values and rules, without a window, a file or a clock."""
