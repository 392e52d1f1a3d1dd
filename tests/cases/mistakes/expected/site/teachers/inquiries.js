window.runfolioInquiries = [];
