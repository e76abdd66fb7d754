"""A button, a text and a table of fifty rows in Streamlit."""

import streamlit as st

ROWS = [("first row", 1, 10), *((f"row {n}", n, n * 10) for n in range(2, 50)), ("last row", 50, 500)]

st.title("A page")
if st.button("Press"):
    st.text("pressed 1")
st.table([dict(zip(("name", "one", "ten"), row, strict=True)) for row in ROWS])
